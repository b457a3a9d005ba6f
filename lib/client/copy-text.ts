/**
 * Puts text on the clipboard. The modern way wants HTTPS or localhost; an own instance often runs on plain HTTP in
 * a closed network, where the old way still works. Resolves with whether it worked.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext)
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.className = 'sr-only';
  document.body.append(area);
  area.select();
  // oxlint-disable-next-line typescript/no-deprecated -- the only way where there is no secure context
  const worked = document.execCommand('copy');
  area.remove();
  return worked;
}
