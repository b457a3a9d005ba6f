'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/components/ui/form-answer';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

/** Tells a receiver that this is a try, and says what came of it. */
export function TestForm({ test, id }: { test: FormAction; id: string }) {
  const [answer, action] = useActionState(test, null);
  return (
    <form id={`test-${id}`} action={action} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={id} />
      {answer?.kind === 'refused' && <Alert>{answer.say}</Alert>}
      {answer?.kind === 'made' && <span role="status">{answer.text}</span>}
      <Button>Test</Button>
    </form>
  );
}
