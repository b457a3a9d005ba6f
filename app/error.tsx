'use client';

import { OurFault } from '@/components/shell/our-fault';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return <OurFault digest={error.digest} again={reset} />;
}
