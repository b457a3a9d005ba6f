import { getCapture } from '@/lib/server/verbs/get-capture';
import { LINK_HEADERS, route } from '@/lib/server/http/route';

export const GET = route<{ id: string; n: string }>(async (_request, { id, n }) => {
  const packets = await getCapture(id, n);
  return new Response(packets, {
    headers: {
      ...LINK_HEADERS,
      'content-type': 'application/vnd.tcpdump.pcap',
      'content-disposition': `attachment; filename="mxproof-session-${n}.pcap"`,
    },
  });
});
