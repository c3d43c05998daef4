/** What `npm run dev` tells the page of the mock that it started. */
interface ImportMetaEnv {
  readonly VITE_CONTROL_URL?: string;
  readonly VITE_CONTROL_TOKEN?: string;
}
