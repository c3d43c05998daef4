/** Link as the server keeps it. */
export interface Link {
  readonly id: string;
  readonly document_id: string;
  readonly token: string;
  readonly label: string;
  readonly target: string;
  readonly tags: readonly string[];
  readonly state: string;
  readonly password: string | undefined;
  readonly expires_at: string | null;
  readonly created_at: string;
}

/** What a change may send. */
export interface LinkChange {
  readonly label?: string;
  readonly state?: string;
  readonly tags?: readonly string[];
}

/** What a new link is made of. */
export interface LinkCreate {
  readonly label: string;
  readonly target: string;
  readonly password?: string;
  readonly expires_in?: number;
  readonly tags?: readonly string[];
}

/** Links by their ids, in the order of their creation. */
export type Links = Map<string, Link>;

export interface LinkPage {
  readonly items: readonly Link[];
  readonly total: number;
  readonly has_next: boolean;
}

/** Query of a list. */
export interface LinkQuery {
  readonly page: number;
  readonly size: number;
  readonly state: string | undefined;
  readonly sort: string;
}
