"""The report page: what a dataset tells of each measure, as one HTML page that needs nothing else."""
