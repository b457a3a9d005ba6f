/** How often a list with something under way is looked at. */
const LOOK_MS = 2_000;

/**
 * Lists of a frozen page in which something is under way: each is exchanged for the one of now, until nothing in it goes on. A list in
 * which somebody is, by keyboard or with something selected, waits. `prepare` is handed each new list.
 */
export function followLists(prepare: (list: HTMLElement) => void): void {
  if (document.querySelector('[data-list][data-under-way]') === null) return;
  setTimeout(() => void look(prepare), LOOK_MS);
}

async function look(prepare: (list: HTMLElement) => void): Promise<void> {
  if (!document.hidden) {
    const html = await fetch(location.href)
      .then((answer) => (answer.ok ? answer.text() : ''))
      .catch(() => '');
    const today = new DOMParser().parseFromString(html, 'text/html');
    for (const list of document.querySelectorAll<HTMLElement>('[data-list][data-under-way]')) {
      const now = today.querySelector<HTMLElement>(`[data-list="${list.dataset['list'] ?? ''}"]`);
      if (now === null || isInUse(list)) continue;
      prepare(now);
      list.replaceWith(now);
    }
  }
  followLists(prepare);
}

function isInUse(list: HTMLElement): boolean {
  const selection = getSelection();
  const isSelected = selection !== null && !selection.isCollapsed && selection.containsNode(list, true);
  return isSelected || list.contains(document.activeElement);
}
