import { answerCopyClick } from './copy-clicks';
import { answerMailClick } from './mail-clicks';
import { openAround } from './open-around';
import { switchTheme } from './theme';

interface PageParts {
  /** Shows the list of keys. */
  help(): void;
  /** Opens the list of pages to jump to. */
  jump(): void;
  /** Tells a reader of the screen. */
  say(words: string): void;
}

/** The keys and buttons that every page has, until the signal ends it. */
export function listen({ help, jump, say }: PageParts, signal: AbortSignal): void {
  const press = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) jump();
    else if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    else if (event.key === '/') focusField();
    else if (event.key === '?') help();
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent): void => {
    const pressed = (what: string) => event.target instanceof Element && event.target.closest(what) !== null;
    if (pressed('[data-switch-theme]')) switchTheme();
    else if (pressed('[data-open-jump]')) {
      event.preventDefault();
      jump();
    } else if (!answerMailClick(event)) answerCopyClick(event, say);
  };
  const unfold = (): void => openAround(location.hash);
  unfold();
  document.addEventListener('keydown', press, { signal });
  document.addEventListener('click', click, { signal });
  window.addEventListener('hashchange', unfold, { signal });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** The page's own field comes before the one in the header. */
function focusField(): void {
  const field = document.querySelector<HTMLInputElement>('main [data-target-field]');
  (field ?? document.querySelector<HTMLInputElement>('[data-target-field]'))?.focus();
}
