"""Log, crash files and the problem report. Rule: nothing here knows pictures, models or exports."""
