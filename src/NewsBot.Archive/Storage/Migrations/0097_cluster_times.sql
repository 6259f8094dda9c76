-- Of a story with very many copies the first ones are shown, however many there are.
CREATE INDEX articles_by_cluster_time ON articles (cluster, published_at) WHERE cluster IS NOT NULL;
