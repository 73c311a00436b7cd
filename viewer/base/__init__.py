"""What every part of the window uses: settings, language, theme, formatting of numbers. No widgets."""
