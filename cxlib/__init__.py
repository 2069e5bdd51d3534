"""Customer-experience analytics as a library: tables in, frozen results out."""
