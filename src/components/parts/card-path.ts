/** The addresses of network cards. */

/** The last part of a card's address: `inception-v3@keras` is at `inception-v3-keras`, for hosts that dislike the sign. */
export function cardName(id: string): string {
  return id.replace("@", "-");
}

/** The address of a network's card under whatever folder the site is served from. */
export function cardPath(id: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/networks/${cardName(id)}/`;
}
