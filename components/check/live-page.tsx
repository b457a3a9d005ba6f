import { Component, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { OurFault } from '@/components/shell/our-fault';
import { beginPage } from '@/components/shell/begin-page';
import { writeLocalTimes } from '@/components/shell/local-times';
import { LiveCheck } from './live-check';
import { takeLiveState } from './live-state';

/**
 * The whole script of a page of a check under way: it draws on what the server has drawn. `scripts/ready.mjs` puts Preact in the place
 * of React, which is ten times as large.
 */
function begin(): void {
  beginPage();
  const main = document.getElementById('main');
  const state = main && takeLiveState(main, writeLocalTimes);
  if (!state) return;
  hydrateRoot(
    main,
    <WithoutFault>
      <LiveCheck {...state} />
    </WithoutFault>,
  );
}

/** Shows a bug of ours in place of a page that is half drawn. */
class WithoutFault extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  /** The browser's console has it, too. */
  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <OurFault again={() => location.reload()} /> : this.props.children;
  }
}

begin();
