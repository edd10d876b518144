"""One form page for the single records of treatments, story and plan."""
