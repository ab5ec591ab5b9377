"""Reports made elsewhere: a Word or text file read into plain lines with what their layout hints at."""
