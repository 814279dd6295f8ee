// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FrozenState.h"

#include "core/state/StateDecoder.h"
#include "core/state/StateEncoder.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

template <class... Slice>
void writeSlices(StateEncoder &into, const WorldState &world, SliceList<Slice...> /*slices*/)
{
    (into.write(world.get<Slice>()), ...);
}

template <class Slice>
void readSlice(StateDecoder &from, WorldState &world)
{
    typename Slice::State slice;
    from.read(slice);
    world.set<Slice>(std::move(slice));
}

template <class... Slice>
void readSlices(StateDecoder &from, WorldState &world, SliceList<Slice...> /*slices*/)
{
    (readSlice<Slice>(from, world), ...);
}

} // namespace

FrozenState::FrozenState(std::string_view bytes, ColdFile *cold)
    : m_size(bytes.size())
{
    if (cold != nullptr)
        m_bytes = std::static_pointer_cast<const char>(cold->keep(bytes.data(), bytes.size()));
    if (m_bytes != nullptr)
        return;
    const std::shared_ptr<char> own(new char[m_size], std::default_delete<char[]>());
    std::copy(bytes.begin(), bytes.end(), own.get());
    m_bytes = own;
}

std::optional<FrozenState> FrozenState::freeze(
    const ReplayState &state, std::size_t maxBytes, HeldParts *before, ColdFile *cold)
{
    // Large pieces of memory that come and go cost more than what is written into them.
    thread_local StateEncoder encoder(0);
    encoder.restart(maxBytes, before);
    writeSlices(encoder, state.world, Slices{});
    encoder.write(state.world.others());
    encoder.write(state.transcript.entries);
    encoder.write(state.transcript.lastStep->id);
    encoder.write(state.transcript.lastStep->title);
    encoder.write(state.firstTime);
    encoder.write(state.lastTime);
    HeldParts held = encoder.finish();
    if (encoder.isFull())
        return std::nullopt;
    FrozenState frozen(encoder.bytes(), cold);
    frozen.m_held = std::move(held);
    return frozen;
}

ReplayState FrozenState::thaw() const
{
    StateDecoder decoder({m_bytes.get(), m_size}, &m_held);
    ReplayState state;
    readSlices(decoder, state.world, Slices{});
    JsonObject others;
    decoder.read(others);
    state.world.setOthers(std::move(others));
    decoder.read(state.transcript.entries);
    TranscriptState::Step step;
    decoder.read(step.id);
    decoder.read(step.title);
    state.transcript.lastStep = std::move(step);
    decoder.read(state.firstTime);
    decoder.read(state.lastTime);
    return state;
}

} // namespace inspector
