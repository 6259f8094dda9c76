namespace NewsBot.Retrieval.Understanding;

/// <summary>
/// The names under which news speaks of one and the same state: its name, its people, the capital where its government sits. Agencies write
/// "Bonn said" for the German government, and readers ask about "Germany". English names, today's and those of older archives.
/// </summary>
internal static class Places
{
    /// <summary>One state or union a line; every name of a line may stand for the others.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    [
        "U.S.,United States,American,America,Washington,White House",
        "U.K.,United Kingdom,British,Britain,London,England,English,Whitehall",
        "U.N.,United Nations",
        "EC,European Community,Common Market,Brussels,EEC,European Union,EU",
        "Soviet,Soviet Union,USSR,Moscow,Russia,Russian,Kremlin",
        "Germany,German,Bonn,Berlin", "France,French,Paris,Elysee", "Italy,Italian,Rome", "Spain,Spanish,Madrid", "Portugal,Portuguese,Lisbon",
        "Netherlands,Dutch,Hague,Holland,Amsterdam", "Belgium,Belgian,Brussels", "Luxembourg,Luxembourger", "Ireland,Irish,Dublin", "Switzerland,Swiss,Bern,Berne",
        "Austria,Austrian,Vienna", "Denmark,Danish,Danes,Copenhagen", "Sweden,Swedish,Swedes,Stockholm", "Norway,Norwegian,Oslo", "Finland,Finnish,Finns,Helsinki",
        "Iceland,Icelandic,Reykjavik", "Greece,Greek,Athens", "Turkey,Turkish,Turks,Ankara", "Cyprus,Cypriot,Nicosia", "Malta,Maltese,Valletta",
        "Poland,Polish,Poles,Warsaw", "Czechoslovakia,Czech,Prague", "Slovakia,Slovak,Bratislava", "Hungary,Hungarian,Budapest", "Romania,Romanian,Bucharest",
        "Bulgaria,Bulgarian,Sofia", "Yugoslavia,Yugoslav,Belgrade", "Serbia,Serbian,Belgrade", "Croatia,Croatian,Zagreb", "Slovenia,Slovenian,Ljubljana",
        "Bosnia,Bosnian,Sarajevo", "Albania,Albanian,Tirana", "Macedonia,Macedonian,Skopje", "Kosovo,Kosovar,Pristina", "Ukraine,Ukrainian,Kyiv,Kiev",
        "Belarus,Belarusian,Minsk", "Moldova,Moldovan,Chisinau", "Georgia,Georgian,Tbilisi", "Armenia,Armenian,Yerevan", "Azerbaijan,Azerbaijani,Baku",
        "Estonia,Estonian,Tallinn", "Latvia,Latvian,Riga", "Lithuania,Lithuanian,Vilnius", "Kazakhstan,Kazakh,Astana", "Uzbekistan,Uzbek,Tashkent",
        "China,Chinese,Beijing,Peking", "Taiwan,Taiwanese,Taipei", "Japan,Japanese,Tokyo", "South Korea,Korea,Korean,Seoul", "North Korea,Korea,Korean,Pyongyang",
        "Mongolia,Mongolian,Ulan Bator", "Vietnam,Vietnamese,Hanoi,Saigon,Viet Nam", "Laos,Laotian,Vientiane", "Cambodia,Cambodian,Phnom Penh", "Thailand,Thai,Bangkok",
        "Burma,Burmese,Myanmar,Rangoon", "Malaysia,Malaysian,Kuala Lumpur", "Indonesia,Indonesian,Jakarta", "Philippines,Philippine,Filipino,Manila", "Singapore,Singaporean",
        "India,Indian,Delhi,New Delhi", "Pakistan,Pakistani,Islamabad", "Bangladesh,Bangladeshi,Dhaka", "Sri Lanka,Sri Lankan,Colombo,Ceylon", "Nepal,Nepalese,Kathmandu",
        "Afghanistan,Afghan,Kabul", "Iran,Iranian,Tehran,Teheran,Persia", "Iraq,Iraqi,Baghdad", "Kuwait,Kuwaiti", "Saudi Arabia,Saudi,Riyadh", "Bahrain,Bahraini,Manama",
        "Qatar,Qatari,Doha", "Emirates,UAE,Abu Dhabi", "Oman,Omani,Muscat", "Yemen,Yemeni,Sanaa,Aden", "Jordan,Jordanian,Amman", "Syria,Syrian,Damascus",
        "Lebanon,Lebanese,Beirut", "Israel,Israeli,Jerusalem,Tel Aviv", "Palestine,Palestinian,Gaza,Ramallah", "Egypt,Egyptian,Cairo", "Libya,Libyan,Tripoli",
        "Tunisia,Tunisian,Tunis", "Algeria,Algerian,Algiers", "Morocco,Moroccan,Rabat", "Sudan,Sudanese,Khartoum", "Ethiopia,Ethiopian,Addis Ababa", "Eritrea,Eritrean,Asmara",
        "Somalia,Somali,Mogadishu", "Kenya,Kenyan,Nairobi", "Uganda,Ugandan,Kampala", "Tanzania,Tanzanian,Dodoma,Dar es Salaam", "Rwanda,Rwandan,Kigali", "Burundi,Burundian",
        "Zaire,Congo,Congolese,Kinshasa", "Angola,Angolan,Luanda", "Zambia,Zambian,Lusaka", "Zimbabwe,Zimbabwean,Harare,Rhodesia", "Mozambique,Mozambican,Maputo",
        "South Africa,South African,Pretoria", "Namibia,Namibian,Windhoek", "Botswana,Gaborone", "Malawi,Malawian,Lilongwe", "Madagascar,Malagasy,Antananarivo",
        "Nigeria,Nigerian,Lagos,Abuja", "Ghana,Ghanaian,Accra", "Ivory Coast,Ivorian,Abidjan", "Senegal,Senegalese,Dakar", "Cameroon,Cameroonian,Yaounde",
        "Benin,Beninese,Cotonou", "Togo,Togolese,Lome", "Mali,Malian,Bamako", "Niger,Niamey", "Burkina Faso,Ouagadougou", "Chad,Chadian,Ndjamena", "Gabon,Gabonese,Libreville",
        "Liberia,Liberian,Monrovia", "Sierra Leone,Freetown", "Mauritania,Mauritanian,Nouakchott", "Mauritius,Mauritian",
        "Canada,Canadian,Ottawa", "Mexico,Mexican,Mexico City", "Guatemala,Guatemalan", "Honduras,Honduran,Tegucigalpa", "El Salvador,Salvadoran,Salvadorean", "Nicaragua,Nicaraguan,Managua",
        "Costa Rica,Costa Rican", "Panama,Panamanian", "Cuba,Cuban,Havana", "Haiti,Haitian,Port-au-Prince", "Dominican Republic,Dominican,Santo Domingo", "Jamaica,Jamaican,Kingston",
        "Trinidad,Trinidadian", "Colombia,Colombian,Bogota", "Venezuela,Venezuelan,Caracas", "Ecuador,Ecuadorean,Ecuadorian,Quito", "Peru,Peruvian,Lima", "Bolivia,Bolivian,La Paz",
        "Brazil,Brazilian,Brasilia", "Argentina,Argentine,Buenos Aires", "Chile,Chilean,Santiago", "Uruguay,Uruguayan,Montevideo", "Paraguay,Paraguayan,Asuncion",
        "Australia,Australian,Canberra", "New Zealand,New Zealander,Wellington", "Fiji,Fijian,Suva", "Papua New Guinea,Port Moresby",
    ];
}
