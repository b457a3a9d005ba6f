import { SunMoon } from 'lucide-react';

/** Switches between light and dark; like the copy buttons, it has no script of its own. */
export function ThemeButton() {
  return (
    <button
      type="button"
      data-switch-theme=""
      aria-label="Switch between light and dark"
      title="Switch between light and dark"
      className="needs-script text-soft hover:text-ink -mr-2 inline-grid size-9 place-items-center"
    >
      <SunMoon aria-hidden size={18} />
    </button>
  );
}
