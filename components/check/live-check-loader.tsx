'use client';

import dynamic from 'next/dynamic';

/**
 * The live page in a chunk of its own, so that a frozen page carries no script for what no longer moves. There is no
 * Suspense boundary around it on purpose: without a script the whole report must be in the first HTML.
 */
export const LiveCheckLoader = dynamic(() => import('./live-check').then((room) => room.LiveCheck));
