import { ownLink } from '@/lib/own-link';
import { Button } from '@/components/ui/button';

interface PasskeyButtonProps {
  what: 'sign-in' | 'add';
  /** Path to which it leads. */
  to: string;
  label: string;
}

/** A button that uses a passkey; like the copy buttons, it has no script of its own. */
export function PasskeyButton({ what, to, label }: PasskeyButtonProps) {
  return (
    <div className="needs-script">
      <Button type="button" data-passkey={what} data-to={ownLink(to)}>
        {label}
      </Button>
      <p role="alert" data-passkey-problem="" className="text-bad mt-2 text-sm empty:hidden" />
    </div>
  );
}
