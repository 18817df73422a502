/** The gateway's counters for `/metrics`. */
import { counter, gauge, histogram } from "#platform/metrics.ts";

export const metrics = {
  stored: counter("gateway_messages_stored_total", "Messages stored and acknowledged"),
  fires: counter("gateway_fire_messages_total", "Fire messages stored"),
  repeated: counter("gateway_messages_repeated_total", "Retransmissions acknowledged without a second row"),
  turnedAway: counter("gateway_messages_turned_away_total", "Frames not taken while the database was away"),
  unreadable: counter("gateway_unreadable_total", "Pieces of bytes that are no frame, by reason", ["reason"]),
  refused: counter("gateway_connections_refused_total", "Connections refused, by reason", ["reason"]),
  closed: counter("gateway_connections_closed_total", "Connections closed, by reason", ["reason"]),
  duplicates: counter("gateway_address_claims_total", "An address claimed by a second connection"),
  connections: gauge("gateway_connections", "Open connections"),
  storing: gauge("gateway_storing", "1 while messages can be stored"),
  waiting: gauge("gateway_messages_waiting", "Frames waiting to be stored"),
  lagMs: gauge("gateway_projection_lag_ms", "Age of the oldest batch not yet projected"),
  lagMessages: gauge("gateway_projection_lag_messages", "Messages not yet projected"),
  parked: counter("gateway_messages_parked_total", "Messages that could not be projected"),
  signals: counter("gateway_signals_total", "Signals handed to the module", ["lane"]),
  commit: histogram(
    "gateway_commit_seconds",
    "Oldest frame of a batch on the socket until committed",
    [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1, 5],
  ),
};
