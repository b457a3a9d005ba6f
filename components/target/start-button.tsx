'use client';

import { useFormStatus } from 'react-dom';
import { Button } from '@/components/ui/button';

export function StartButton() {
  const { pending } = useFormStatus();
  return (
    <Button
      main
      className="min-h-12 px-6 text-base max-md:w-full max-md:justify-center"
      aria-disabled={pending}
    >
      {pending ? 'Starting' : 'Check'}
    </Button>
  );
}
