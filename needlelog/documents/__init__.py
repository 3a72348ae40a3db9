"""What is printed: values in, PDF bytes out. The only place that knows ReportLab."""
