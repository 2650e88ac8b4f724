"""Open data over the web: polite requests, a cache, and the services' paging."""
