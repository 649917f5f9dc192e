// libmicrohttpd, and the few of its calls that Swift cannot make because they are variadic.
#pragma once
#include <microhttpd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

// What the server asks of the library; the pointers need only outlive the call.
struct heard_plan {
  unsigned int flags;
  int listen_socket;
  unsigned int threads;             // 1: no pool
  unsigned int connections;
  unsigned int connections_per_ip;  // 0: no limit
  unsigned int idle_seconds;
  size_t connection_memory;
  const char *certificate;          // NULL: no TLS
  const char *key;
  const char *priorities;
};

// The five moments the library tells us of, and its log; all get `context` first.
struct heard_callbacks {
  void *context;
  MHD_AccessHandlerCallback access;
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connection;
  void *(*target)(void *, const char *, struct MHD_Connection *);
  size_t (*unescape)(void *, struct MHD_Connection *, char *);
  MHD_LogCallback log;
};

static inline struct MHD_Daemon *heard_start(
    const struct heard_plan *plan, const struct heard_callbacks *call) {
  struct MHD_OptionItem extra[5] = {{MHD_OPTION_END, 0, NULL}};
  int n = 0;
  if (plan->threads > 1)
    extra[n++] = (struct MHD_OptionItem){MHD_OPTION_THREAD_POOL_SIZE, plan->threads, NULL};
  if (plan->certificate) {
    extra[n++] =
        (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)plan->certificate};
    extra[n++] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)plan->key};
    extra[n++] =
        (struct MHD_OptionItem){MHD_OPTION_HTTPS_PRIORITIES, 0, (void *)plan->priorities};
  }
  extra[n] = (struct MHD_OptionItem){MHD_OPTION_END, 0, NULL};
  return MHD_start_daemon(
      plan->flags, 0, NULL, NULL, call->access, call->context,
      MHD_OPTION_EXTERNAL_LOGGER, call->log, call->context,
      MHD_OPTION_LISTEN_SOCKET, plan->listen_socket,
      MHD_OPTION_NOTIFY_COMPLETED, call->completed, call->context,
      MHD_OPTION_NOTIFY_CONNECTION, call->connection, call->context,
      MHD_OPTION_URI_LOG_CALLBACK, call->target, call->context,
      MHD_OPTION_UNESCAPE_CALLBACK, call->unescape, call->context,
      MHD_OPTION_CONNECTION_LIMIT, plan->connections,
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, plan->connections_per_ip,
      MHD_OPTION_CONNECTION_TIMEOUT, plan->idle_seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, plan->connection_memory,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_ARRAY, extra, MHD_OPTION_END);
}

// What NOTIFY_CONNECTION left for this connection, or NULL.
static inline void *heard_socket_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : NULL;
}

static inline int heard_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

static inline const struct sockaddr *heard_peer(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? info->client_addr : NULL;
}

// Bytes of the request line and header fields together.
static inline size_t heard_header_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}
