// Runs before the first paint, so that a chosen theme does not flash.
try {
  const chosen = localStorage.getItem('heistline.theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
} catch {
  // storage is closed to this page: the system's theme holds
}
