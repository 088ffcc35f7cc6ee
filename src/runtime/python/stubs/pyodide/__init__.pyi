"""What our Python uses of Pyodide."""
