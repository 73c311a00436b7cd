/* An allocator that fails on purpose, for LD_PRELOAD. It serves all that the process allocates through glibc's. */

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

static atomic_long requests, first_failing = -1;
static atomic_int keeps_failing;
static atomic_size_t least_size;

/* Lets the request number `nth` (from 0) of at least `size` bytes fail; with `lasting`, all later ones too. */
void fail_allocations(long nth, int lasting, size_t size)
{
    requests = 0;
    least_size = size;
    keeps_failing = lasting;
    first_failing = nth;
}

/* Lets no request fail any more. Returns how many requests there were. */
long stop_failing(void)
{
    first_failing = -1;
    return requests;
}

static int fails(size_t size)
{
    long nth = first_failing;
    if (nth < 0 || size < least_size)
        return 0;
    long number = atomic_fetch_add(&requests, 1);
    if (keeps_failing ? number < nth : number != nth)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size) { return fails(size) ? NULL : __libc_malloc(size); }

void *calloc(size_t count, size_t size) { return fails(count * size) ? NULL : __libc_calloc(count, size); }

void *realloc(void *block, size_t size) { return fails(size) ? NULL : __libc_realloc(block, size); }

void *memalign(size_t alignment, size_t size) { return fails(size) ? NULL : __libc_memalign(alignment, size); }

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size)
{
    void *made = memalign(alignment, size);
    if (made == NULL)
        return ENOMEM;
    *block = made;
    return 0;
}
