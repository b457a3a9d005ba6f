import type { Metadata } from 'next';
import { AnchorButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NotFound() {
  return (
    <PageHead
      low
      above={<span className="font-mono">404</span>}
      title="There is nothing at this address."
      about="A link to a check must be whole: compare its end with the one you were sent. Old checks may also have been removed by whoever runs this instance."
    >
      <p className="mt-5">
        <AnchorButton href="/">Start a new check</AnchorButton>
      </p>
    </PageHead>
  );
}
