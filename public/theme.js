// Runs before the first paint, so that a reader who chose a theme never sees the other one flash up.
document.documentElement.dataset.script = "";
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // The browser keeps nothing: the system's theme it is.
}
