"""Reports as PDF: the same content as in Word, tagged for screen readers (PDF/UA-1), made without Word."""
