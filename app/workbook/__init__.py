"""What leaves the program as a file for people: workbooks, pictures and CSV, each written whole or not at all."""
