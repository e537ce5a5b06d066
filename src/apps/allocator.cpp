// SPDX-License-Identifier: EUPL-1.2
// How jemalloc keeps memory, where the program is linked with it: two arenas are enough for two analyses at a time,
// threads keep only small pieces to themselves, and what an analysis used goes back to the machine at once.

extern "C" {
/// Read by jemalloc when the program starts; its name and type are part of jemalloc's interface.
extern const char* malloc_conf;
const char* malloc_conf = "narenas:2,lg_tcache_max:12,background_thread:true,dirty_decay_ms:200,muzzy_decay_ms:0";
}
