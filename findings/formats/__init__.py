"""What readers take away: one module a form. Pure: no models, no settings, no clock."""
