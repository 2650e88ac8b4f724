"""The sheets of the workbook: each file says what rows a sheet has."""
