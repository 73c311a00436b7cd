"""What every widget may use: settings, language, theme, text formatting. No widgets."""
