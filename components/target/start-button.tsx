'use client';

import { useFormStatus } from 'react-dom';

export function StartButton() {
  const { pending } = useFormStatus();
  return (
    <button
      className="btn btn-main min-h-12 px-6 text-base max-md:w-full max-md:justify-center"
      aria-disabled={pending}
    >
      {pending ? 'Starting' : 'Check'}
    </button>
  );
}
