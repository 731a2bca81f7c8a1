"""One module for each kind of page: a project in, what its template needs out."""
