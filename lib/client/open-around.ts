/** Opens the folded parts around the place that a `#fragment` names and brings it into view. */
export function openAround(hash: string): void {
  const place = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  if (!place) return;
  let wasFolded = false;
  for (
    let around = place.closest('details');
    around;
    around = around.parentElement?.closest('details') ?? null
  ) {
    if (!around.open) wasFolded = true;
    around.open = true;
  }
  if (wasFolded) place.scrollIntoView({ block: 'center' });
}
