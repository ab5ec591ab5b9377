"""Settings of this device."""
