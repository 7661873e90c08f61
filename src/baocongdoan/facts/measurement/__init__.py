"""What is counted: the measure of each number."""
