import { type HttpHandler, HttpResponse, http } from 'msw';
import { type FoundSite, findSite, type ProviderSite } from './provider-site.ts';

/** Answers a request for the host of a provider. Rejects where the connection is to be lost. */
export type AnswerSite = (request: Request, found: FoundSite) => Promise<Response>;

/** Makes the handler of all hosts of the providers; requests for others are not its own. */
export function createSiteHandler(sites: readonly ProviderSite[], answer: AnswerSite): HttpHandler {
  return http.all(
    ({ request }) => findSite(sites, request.url) !== undefined,
    async ({ request }) => {
      const found = findSite(sites, request.url);
      if (found === undefined) return undefined;
      // What is thrown here, MSW takes for a defect of the handler.
      return answer(request, found).catch(() => HttpResponse.error());
    },
  );
}
