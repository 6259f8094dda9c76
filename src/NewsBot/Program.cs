Console.Error.WriteLine("NewsBot");
