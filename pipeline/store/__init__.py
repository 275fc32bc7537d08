"""What a built database holds, read and never written: its acts, their units, and who tells of their changes."""
