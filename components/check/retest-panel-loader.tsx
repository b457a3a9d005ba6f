'use client';

import dynamic from 'next/dynamic';

/** In a chunk of its own: most checks are not repeated, and a frozen page carries no script for what does not move. */
export const RetestPanelLoader = dynamic(() => import('./retest-panel').then((room) => room.RetestPanel));
