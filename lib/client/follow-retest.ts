import { nextLook } from './next-look';

/**
 * How a check is repeated by itself, on a frozen page: its panel is exchanged for the one of today until nothing more is
 * planned. `prepare` is handed each new panel.
 */
export function followRetest(prepare: (panel: HTMLElement) => void): void {
  const panel = document.querySelector<HTMLElement>('[data-next-at]');
  if (!panel) return;
  const nextAt = panel.dataset['nextAt'] || null;
  const ms = nextLook({ ending: null, nextAt }, Date.now());
  if (ms !== false) setTimeout(() => void look(panel, prepare), ms);
}

async function look(panel: HTMLElement, prepare: (panel: HTMLElement) => void): Promise<void> {
  const html = await fetch(location.pathname)
    .then((answer) => answer.text())
    .catch(() => '');
  const today = new DOMParser()
    .parseFromString(html, 'text/html')
    .querySelector<HTMLElement>('[data-retest-panel]');
  if (today && today.dataset['nextAt'] !== panel.dataset['nextAt']) {
    prepare(today);
    panel.replaceWith(today);
  }
  followRetest(prepare);
}
