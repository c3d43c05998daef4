/** Data of a query, of which TanStack Query refuses `undefined`: https://tanstack.com/query/latest/docs/framework/react/guides/query-functions. */
export type QueryData<Data> = Data extends undefined ? null : Data;
