import type { ReactNode } from 'react';
import type { LiveCheckProps } from './live-check';
import type { CheckActions } from './verdict-head';

const FORMS = ['stop', 'runAgain', 'askRetest', 'stopRetest'] as const satisfies (keyof CheckActions)[];

/** What the script of a live page reads: all that is plain. */
interface LiveState extends Pick<LiveCheckProps, 'initial' | 'limits' | 'ranMs'> {
  actions: Omit<CheckActions, (typeof FORMS)[number]>;
}

/**
 * What a page of a check under way was drawn from, for the script that goes on drawing it (`live-page.tsx`). Nobody sees it: a
 * template is inert.
 */
export function LiveState({ initial, actions, limits, ranMs, after }: LiveCheckProps) {
  const { stop, runAgain, askRetest, stopRetest, ...plain } = actions;
  const forms = { stop, runAgain, askRetest, stopRetest };
  const state: LiveState = { initial, limits, ranMs, actions: plain };
  return (
    <template data-live={JSON.stringify(state)}>
      {FORMS.map((name) => {
        const action = forms[name];
        return typeof action === 'function' && <form key={name} data-form={name} action={action} />;
      })}
      <div data-after="">{after}</div>
    </template>
  );
}

/** Takes that out of the page; `shown` is told when a part of it comes to be seen. Null where a page is not live. */
export function takeLiveState(page: ParentNode, shown: (part: HTMLElement) => void): LiveCheckProps | null {
  const place = page.querySelector<HTMLTemplateElement>('template[data-live]');
  if (place === null) return null;
  place.remove();
  const { actions, ...state } = JSON.parse(place.dataset['live'] ?? '') as LiveState;
  const fieldOf = (name: (typeof FORMS)[number]): string | null =>
    place.content.querySelector<HTMLInputElement>(`[data-form=${name}] input[type=hidden]`)?.name ?? null;
  return {
    ...state,
    actions: {
      ...actions,
      stop: fieldOf('stop'),
      runAgain: fieldOf('runAgain'),
      askRetest: fieldOf('askRetest'),
      stopRetest: fieldOf('stopRetest'),
    },
    after: afterwards(place.content.querySelector('[data-after]'), shown),
  };
}

/** As the server has drawn it. */
function afterwards(drawn: Element | null, shown: (part: HTMLElement) => void): ReactNode {
  const show = (place: HTMLElement | null): void => {
    if (place === null || drawn === null) return;
    place.replaceChildren(...drawn.cloneNode(true).childNodes);
    shown(place);
  };
  return <div className="contents" ref={show} />;
}
